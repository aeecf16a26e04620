@rem On Windows: runs what follows, as `exec` does in a POSIX shell. `npm start` needs it there so that
@rem Ctrl-C reaches the bot alone and npm passes its exit code on.
@%*
