/** What each figure of /metrics means, for whoever reads them: HELP lines, and the table in docs/BETRIEB.md. */
export const FIGURES: Readonly<Record<string, string>> = {
  turns_total: "Turns by route and result; all routes of elections count as one.",
  turn_seconds: "Seconds a turn took, by what came in.",
  limited_total: "Turns refused because somebody or some place sent too many.",
  messages_total:
    "Ends of tries to deliver a message; pending: it failed or had to wait, and is tried again.",
  outbox_waiting: "Messages that are due and not delivered.",
  outbox_oldest_seconds: "Age of the oldest message that is due; 0 when none is.",
  model_calls_total: "Calls of the language model by result.",
  model_call_milliseconds_total: "Milliseconds spent in calls of the language model.",
  model_tokens_total: "Tokens used by the language model.",
  model_retries_total: "Second calls for one question.",
  model_answers_total:
    "Questions given to the language model; verified: its words passed all checks, else why not.",
  model_paused: "1 while the language model is not asked because it failed too often.",
  store_info: "The engine of the store.",
  store_bytes: "Size of the store.",
  store_write_seconds: "Seconds from asking for a transaction to its end, waiting included.",
  store_write_failures_total:
    "Transactions that came to nothing; race: somebody else was faster, full: too many were waiting.",
  job_runs_total: "Runs of what goes by the clock, by result.",
  job_last_success_seconds: "When a job last ended well, in seconds since 1970.",
  heap_bytes: "Memory in use for objects.",
  rss_bytes: "Memory of the process.",
  event_loop_lag_seconds: "The longest time the process did not answer since this was read before.",
  uptime_seconds: "Seconds since the process started.",
};
