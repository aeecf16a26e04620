/** Welcome and help. */
export const texts = {
  welcomeTitle: "Guten Tag, ich bin der Forumsbote.",
  welcomeWhat:
    "Ich begleite die Arbeitsgruppen des Kommunalen Digitalisierungsforums. Ich halte Austausche fest und finde sie wieder. Ich beantworte Fragen zu den Regeln der Zusammenarbeit, nur aus den Dokumenten und mit Fundstelle.",
  welcomeStored:
    "Ich speichere nur, was Sie mir ausdrücklich sagen: Austausche, Arbeitsgruppen, und wer zu welcher Organisation gehört. Andere Nachrichten speichere ich nicht. Fragen speichere ich nur, wenn Sie sie weitergeben oder eine Antwort bewerten.",
  welcomeNext: "So fangen Sie an: Schreiben Sie **hilfe**, oder stellen Sie eine Frage.",
  welcomePrivacy: "Wie ich mit Ihren Daten umgehe, zeigt: **@Forumsbote datenschutz**.",
  welcomeMention: "In Kanälen und Gruppenchats erwähnen Sie mich bitte: **@Forumsbote hilfe**.",
  backTitle: "Guten Tag, es ist schön, wieder hier zu sein.",
  backWhat: "Alles ist noch da: Beiträge, Arbeitsgruppen, Rollen und was offen war. Sie können weitermachen.",
  backGroups: (groups: string) =>
    `Arbeitsgruppe hier: ${groups}. Alles ist noch da: Mitglieder, Beiträge, Rollen und was offen war. Sie können weitermachen.`,
  title: "Das können Sie hier tun",
  ask: "**Eine Frage stellen.** Zum Beispiel: Wie oft trifft sich das Forum?",
  record:
    "**Einen Austausch festhalten.** Schreiben Sie: festhalten. Oder gleich: festhalten Produkt: Titel – Ihre Erfahrung. Eine Nachricht halten Sie in ihrem Menü fest: Austausch festhalten.",
  search:
    "**Austausche finden.** Schreiben Sie zum Beispiel: suche E-Akte. Die neuesten zeigt: beiträge, gelöschte: papierkorb. Beim Beitrag sagen Sie „Nutzen wir auch“ oder „Interesse“ und ergänzen Ihre Erfahrung.",
  overview:
    "**Alles auf einen Blick.** Welche Organisation welches Produkt nutzt: wer nutzt was. Zahlen: aktivität. Alle Beiträge als Datei: export.",
  group: "**Die Arbeitsgruppe ansehen.** Schreiben Sie: gruppe.",
  groups: "**Alle Arbeitsgruppen ansehen.** Schreiben Sie: gruppe.",
  dates:
    "**Termine des Forums ansehen und beantworten.** Schreiben Sie: termine. Zum nächsten antworten Sie mit: zusage, absage, vertretung: Name. Ein Thema schlagen Sie so vor: thema: Ihr Thema. Alle Termine in Ihrem Kalender: kalender.",
  own: "**Eigenes.** Was Sie weitergegeben haben: meine fragen. Was ich Ihnen schicke: mitteilungen. Was ich über Sie gespeichert habe: meine daten.",
  decisions:
    "**Über Anträge abstimmen und Beschlüsse finden.** Schreiben Sie: abstimmung. Alle Beschlüsse zeigt: abstimmungen.",
  seat: "**Ihren Sitz und die Vertretung ansehen.** Schreiben Sie: sitz.",
  election:
    "**Die Wahl des Vorsitzes verfolgen oder mitwählen.** Schreiben Sie: wahl. Die Regeln zeigt: wahlordnung.",
  coordinate: "**Koordinieren: Sitze, Termine, Wahlen.** Schreiben Sie: koordination.",
  coordinateDates:
    "**Gemeinsam beschaffen.** Was mehrere Kommunen suchen, zeigt: sammelbedarf. **Das Jahr planen.** Schreiben Sie: termin planen. Ferien und gesperrte Tage: ferien, sperrtage. Austritte: beteiligung. Nicht zugestellte Nachrichten: zustellung.",
  coordinateRules:
    "**Antworten pflegen.** Fragen aus den Kommunen: offene fragen. Auskünfte und Berichtigungen: wissen. Schlecht bewertete Antworten: bewertungen. Dokumente: unterlagen, oder schicken Sie mir eine Datei. Eine CSV-Datei mit Beiträgen schicken Sie mir ebenso.",
  registerHere: "**Diesen Kanal registrieren.** Schreiben Sie: gruppe.",
  introduce:
    "**Sagen, wer Sie sind.** Danach können Sie Austausche festhalten und suchen. Schreiben Sie zum Beispiel: ich bin Schopfheim.",
  you: (organisation: string) => `Sie gehören zu: ${organisation}.`,
  youCoordinate: "Sie gehören zur Koordination.",
  privacy:
    "Wie ich mit Ihren Daten umgehe, zeigt: datenschutz. Begriffe erklärt: glossar. Eine Barriere melden: barrierefreiheit.",
  mention: "In Kanälen und Gruppenchats erwähnen Sie mich bitte zuerst: @Forumsbote.",
  buttons: {
    help: "Hilfe",
    introduce: "Organisation angeben",
    record: "Austausch festhalten",
    newest: "Neueste Beiträge",
    group: "Arbeitsgruppe",
    groups: "Arbeitsgruppen",
    register: "Kanal registrieren",
    dates: "Termine",
    election: "Wahl",
    coordinate: "Koordination",
  },
} as const;
