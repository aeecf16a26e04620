/**
 * Counters, gauges and histograms in the text format of Prometheus. No label ever names a person, a place or a
 * record. What they mean: figures.ts.
 */
import { FIGURES } from "./figures.ts";

type Labels = Readonly<Record<string, string>>;

export type Metrics = {
  readonly count: (name: string, labels: Labels, by?: number) => void;
  /** Takes the place of the value before. */
  readonly set: (name: string, labels: Labels, value: number) => void;
  /** Adds a duration in seconds to a histogram. */
  readonly observe: (name: string, labels: Labels, seconds: number) => void;
  /** All of it, with what `gauges` says at this moment. */
  readonly text: (gauges: Readonly<Record<string, number>>) => string;
};

/** Upper ends, in seconds: from a plain answer to the limit of Teams. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15] as const;

type Histogram = { readonly counts: number[]; sum: number; total: number };
type Series<T> = Map<string, Map<string, T>>;

const label = (value: string): string => value.replace(/[\\"\n]/g, "_").slice(0, 60);

const keyOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(([one, value]) => `${one}="${label(value)}"`)
    .join(",");

function at<T>(all: Series<T>, name: string): Map<string, T> {
  const series = all.get(name) ?? new Map<string, T>();
  all.set(name, series);
  return series;
}

function histogramLines(name: string, key: string, { counts, sum, total }: Histogram): string[] {
  const before = key === "" ? "" : `${key},`;
  let upTo = 0;
  const buckets = BUCKETS.map((end, place) => {
    upTo += counts[place] ?? 0;
    return `${name}_bucket{${before}le="${end}"} ${upTo}`;
  });
  const rest = [`_bucket{${before}le="+Inf"} ${total}`, `_sum{${key}} ${sum}`, `_count{${key}} ${total}`];
  return [...buckets, ...rest.map((one) => `${name}${one}`)];
}

export function createMetrics(prefix = "forumsbote_"): Metrics {
  const counters: Series<number> = new Map();
  const gauges: Series<number> = new Map();
  const histograms: Series<Histogram> = new Map();

  const head = (name: string, type: string): string[] => [
    `# HELP ${prefix}${name} ${FIGURES[name] ?? "See the source."}`,
    `# TYPE ${prefix}${name} ${type}`,
  ];

  const plain = (all: Series<number>, type: string): string[] =>
    [...all].flatMap(([name, series]) => [
      ...head(name, type),
      ...[...series].map(([key, value]) => `${prefix}${name}{${key}} ${value}`),
    ]);

  return {
    count: (name, labels, by = 1) => {
      const series = at(counters, name);
      const key = keyOf(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    set: (name, labels, value) => void at(gauges, name).set(keyOf(labels), value),
    observe: (name, labels, seconds) => {
      const series = at(histograms, name);
      const key = keyOf(labels);
      const known = series.get(key) ?? { counts: BUCKETS.map(() => 0), sum: 0, total: 0 };
      const place = BUCKETS.findIndex((end) => seconds <= end);
      if (place >= 0) known.counts[place] = (known.counts[place] ?? 0) + 1;
      known.sum += seconds;
      known.total += 1;
      series.set(key, known);
    },
    text: (now) => {
      const lines = [
        ...plain(counters, "counter"),
        ...plain(gauges, "gauge"),
        ...[...histograms].flatMap(([name, series]) => [
          ...head(name, "histogram"),
          ...[...series].flatMap(([key, one]) => histogramLines(`${prefix}${name}`, key, one)),
        ]),
        ...Object.entries(now).flatMap(([name, value]) => [
          ...head(name, "gauge"),
          `${prefix}${name} ${value}`,
        ]),
      ];
      return `${lines.join("\n")}\n`;
    },
  };
}
