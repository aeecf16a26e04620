/** Counters and gauges in the text format of Prometheus. No label ever names a person, a place or a record. */

export type Metrics = {
  readonly count: (name: string, labels: Readonly<Record<string, string>>, by?: number) => void;
  /** All of it, with what `gauges` says at this moment. */
  readonly text: (gauges: Readonly<Record<string, number>>) => string;
};

const label = (value: string): string => value.replace(/[\\"\n]/g, "_").slice(0, 60);

export function createMetrics(prefix = "forumsbote_"): Metrics {
  const counters = new Map<string, Map<string, number>>();
  return {
    count: (name, labels, by = 1) => {
      const key = Object.entries(labels)
        .map(([one, value]) => `${one}="${label(value)}"`)
        .join(",");
      const series = counters.get(name) ?? new Map<string, number>();
      series.set(key, (series.get(key) ?? 0) + by);
      counters.set(name, series);
    },
    text: (gauges) => {
      const lines = [...counters].flatMap(([name, series]) => [
        `# TYPE ${prefix}${name} counter`,
        ...[...series].map(([key, value]) => `${prefix}${name}{${key}} ${value}`),
      ]);
      const now = Object.entries(gauges).flatMap(([name, value]) => [
        `# TYPE ${prefix}${name} gauge`,
        `${prefix}${name} ${value}`,
      ]);
      return `${[...lines, ...now].join("\n")}\n`;
    },
  };
}
