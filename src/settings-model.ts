/** The variables of the language model; a part of src/settings.ts. */
import type { Setting } from "./settings.ts";

const WITH_MODEL = "mit einem Modell";

export const modelSettings: readonly Setting[] = [
  {
    name: "MODEL_KIND",
    expects: "openai, azure oder compatible (ein anderer Dienst mit derselben Schnittstelle)",
    fallback: "kein Modell",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_ENDPOINT",
    expects:
      "die Adresse des Modells mit https://, ohne Kennwort und ohne Fragezeichen, zum Beispiel https://api.openai.com/v1",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_NAME",
    expects: "der Name des Modells, bei Azure der Name der Bereitstellung",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_API_KEY",
    expects:
      "der Schlüssel für das Modell; stattdessen kann MODEL_API_KEY_FILE eine Datei nennen, in der er steht",
    required: "mit MODEL_KIND=openai oder azure",
    secret: true,
    file: true,
  },
  {
    name: "MODEL_API_VERSION",
    expects: "die Version der Azure-Schnittstelle, zum Beispiel 2024-10-21",
    required: "mit MODEL_KIND=azure",
  },
  {
    name: "MODEL_TIMEOUT_MS",
    expects: "die Wartezeit in Millisekunden, eine ganze Zahl von 1000 bis 12000",
    fallback: "10000",
  },
  {
    name: "MODEL_QUESTIONS_ALLOWED",
    expects: "1, wenn mit dem Datenschutz geklärt ist, dass Fragen an das Modell gesendet werden",
    required: WITH_MODEL,
  },
  {
    name: "MODEL_ALLOW_HTTP",
    expects: "1 oder nichts",
    fallback: "nur https://; 1 erlaubt http:// im eigenen Netz",
  },
  { name: "DEBUG", expects: "nichts; mit einem Modell ist DEBUG=true verboten" },
];
