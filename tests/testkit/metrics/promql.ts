import { parser } from "@prometheus-io/lezer-promql";

/** What an expression reads. */
export interface Reads {
  /** Metrics by name, each with the labels that its selectors match. */
  selectors: { metric: string; labels: string[] }[];
  /** The labels that it groups or joins by. */
  groupings: string[];
}

/** The variables of Grafana as values that Prometheus would be sent. */
const filled = (expression: string): string =>
  expression.replaceAll("$__rate_interval", "5m").replaceAll(/\$\{?\w+\}?/g, ".*");

/** What an expression of PromQL reads. Throws where it does not parse. */
export function readsOf(expression: string): Reads {
  const text = filled(expression);
  const reads: Reads = { selectors: [], groupings: [] };
  parser.parse(text).iterate({
    enter: ({ name, from, to, type, node }) => {
      if (type.isError) throw new Error(`not PromQL at ${from}: ${expression}`);
      if (name === "VectorSelector") {
        const metric = node.getChild("Identifier");
        if (!metric) throw new Error(`a selector without a metric: ${expression}`);
        reads.selectors.push({ metric: text.slice(metric.from, metric.to), labels: [] });
      }
      if (name !== "LabelName") return;
      const label = text.slice(from, to);
      const isMatched = node.parent?.name === "UnquotedLabelMatcher";
      if (isMatched) reads.selectors.at(-1)?.labels.push(label);
      else reads.groupings.push(label);
    },
  });
  if (reads.selectors.length === 0) throw new Error(`reads no metric: ${expression}`);
  return reads;
}
