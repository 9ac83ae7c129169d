import type { SeededRandom } from "../testkit/random/seeded-random.js";

type Json = Record<string, unknown>;

const both = (draw: SeededRandom): Json => {
  const text = { indonesian: draw.text(), english: draw.text() };
  if (draw.chance(0.5)) return text;
  return draw.chance(0.5) ? { indonesian: text.indonesian } : { english: text.english };
};

const shownBoth = (draw: SeededRandom): Json => ({
  indonesian: draw.text(),
  english: draw.text(),
  missing: draw.some(["ID", "EN"], 1),
});

const source = (draw: SeededRandom): Json => ({
  key: draw.maybe(draw.text),
  date: draw.maybe(() => draw.pick(["2022", "2022-07", "2022-07-04"])),
  note: draw.maybe(draw.text),
  address: draw.maybe(() => "https://contoh.example/a?b=c&d=%20"),
  publisher: draw.text(),
});

const question = (draw: SeededRandom, at: number): Json => ({
  key: `q-${at}`,
  kind: draw.pick(["SCALE", "NUMBER", "TEXT"]),
  text: shownBoth(draw),
  help: draw.maybe(() => shownBoth(draw)),
  required: draw.chance(0.5),
  minimum: draw.maybe(draw.float),
  maximum: draw.maybe(draw.float),
  options: draw.list(() => ({
    key: draw.text(),
    text: shownBoth(draw),
    score: draw.maybe(draw.float),
  })),
  condition: draw.maybe(() => ({
    question: "q-0",
    anyOf: draw.list(draw.text),
    minimum: draw.maybe(draw.float),
    maximum: draw.maybe(draw.float),
  })),
  dimension: draw.maybe(() => "HUMAN"),
  weight: draw.maybe(draw.float),
  reversed: draw.chance(0.5),
});

const section = (draw: SeededRandom): Json => ({
  key: draw.text(),
  title: shownBoth(draw),
  questions: Array.from({ length: draw.below(4) }, (_, at) => question(draw, at)),
});

const count = (draw: SeededRandom): Json => ({
  by: draw.pick(["SEX", "AGE_BAND", "DISABILITY"]),
  value: draw.pick(["FEMALE", "MALE", "15-24", draw.text()]),
  count: draw.below(12),
  ...(draw.chance(0.1) ? { words: draw.text() } : {}),
});

const decision = (draw: SeededRandom): Json => ({
  agree: draw.maybe(() => draw.below(9)),
  method: draw.pick(["MUFAKAT", "VOTE", "CONVENER", "RECORDED"]),
  object: draw.maybe(() => draw.below(9)),
  abstain: draw.maybe(() => draw.below(9)),
  invited: draw.maybe(() => draw.below(9)),
  attending: draw.maybe(() => draw.below(9)),
  agreeWithReservation: draw.maybe(() => draw.below(9)),
});

const vote = (draw: SeededRandom): Json => ({
  voices: draw.below(9),
  invited: draw.below(9),
  openedAt: draw.instant(),
  attending: draw.below(9),
  electorate: [],
});

const list =
  (make: (draw: SeededRandom) => Json) =>
  (draw: SeededRandom): Json[] =>
    draw.list(() => make(draw));

/** What columns of structured JSON hold, by `table.column` or by the column's name alone. */
export const structures: Record<string, (draw: SeededRandom) => unknown> = {
  sources: list(source),
  "programme.name": both,
  title_text: both,
  name_text: both,
  statement: both,
  description_text: (draw) => draw.maybe(() => shownBoth(draw)),
  ...Object.fromEntries(
    ["parameters", "columns", "group_by", "matrix_rows", "matrix_columns", "measures"].map(
      (name) => [`saved_view.${name}`, () => []],
    ),
  ),
  "saved_view.order_by": () => [],
  "saved_view.where": () => null,
  "saved_view.chart": () => null,
  comments: list((draw) => ({ question: draw.text(), text: draw.text() })),
  dimension_details: list((draw) => ({ key: draw.text(), title: shownBoth(draw) })),
  sections: list(section),
  missing: list((draw) => ({
    question: draw.text(),
    reason: draw.pick(["REQUIRED", "REQUIRED_BY_CONDITION"]),
  })),
  scores: list((draw) => ({
    dimension: draw.pick(["HUMAN", "SOCIAL", draw.text()]),
    value: draw.maybe(draw.float),
  })),
  products: list((draw) => ({ name: draw.text() })),
  // A version may not be absent: where it is, both paths must say so in the same way.
  classification: (draw) =>
    draw.maybe(() => ({ code: draw.text(), version: draw.maybe(draw.text, 0.1) })),
  agenda: list((draw) => ({
    note: draw.maybe(draw.text),
    title: draw.text(),
    startsAt: draw.maybe(draw.instant),
  })),
  attendance: list((draw) => ({ arrivedAt: draw.instant(), leftAt: draw.maybe(draw.instant) })),
  vote: (draw) => draw.maybe(() => vote(draw)),
  decision: (draw) => draw.maybe(() => decision(draw)),
  disaggregation: list(count),
  "webhook.where": () => null,
  failure: (draw) => draw.maybe(() => ({ en: draw.text(), id: draw.text() })),
  "export_job.request": (draw) => ({ list: draw.text() }),
  left_alone_rows: list((draw) => ({
    row: draw.below(1_000),
    reason: draw.pick(["OTHERS", "CHANGED", "NOT_FOUND", "CLOSED"]),
  })),
};
