import { useMemo, useState } from "react";
import { type Text, useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { ChoiceField } from "../../parts/fields.js";
import { type Indicator, type Placed, usePlaceName, useValueText } from "./figures.js";
import { LineChart, type Point } from "./line-chart.js";

const texts = {
  title: { id: "Perjalanan menuju target", en: "The course towards the targets" },
  about: {
    id: "Garis: capaian yang diterima. Belah ketupat: target. Semua angka juga ada pada tab Capaian.",
    en: "Lines: accepted figures. Diamonds: targets. All figures are on the tab Figures too.",
  },
  none: { id: "Belum ada capaian yang diterima.", en: "No accepted figures yet." },
  place: { id: "Tempat", en: "Place" },
  all: { id: "Semua tempat", en: "All places" },
  targets: { id: "Target dan capaiannya", en: "Targets and what was achieved" },
  period: { id: "Periode", en: "Period" },
  target: { id: "Target", en: "Target" },
  actual: { id: "Capaian", en: "Achieved" },
  reached: { id: "Tercapai?", en: "Reached?" },
  yes: { id: "Tercapai", en: "Reached" },
  no: { id: "Belum", en: "Not yet" },
  point: { id: "{place}, {period}: {value}", en: "{place}, {period}: {value}" },
  aim: { id: "Target {place}, {period}: {value}", en: "Target of {place}, {period}: {value}" },
};

/** More lines than this cannot be told apart: the place with the most figures is shown first. */
const mostLines = 8;

/** What a point is made of. */
interface Drawn extends Placed {
  startsOn: string;
  period: string;
  value: number | null;
}

/** The figures and targets of an indicator as points of the chart. */
function usePoints({ drawn, targets, unit }: Indicator): { figures: Point[]; targets: Point[] } {
  const t = useText();
  const placeOf = usePlaceName();
  const valueText = useValueText(unit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions change with the language, which makes the page anew.
  return useMemo(() => {
    const pointOf = (text: Text, of: Drawn): Point[] => {
      if (of.value === null) return [];
      const place = placeOf(of);
      const { period, startsOn: at, value } = of;
      const title = t(text, { place, period, value: valueText(value) });
      return [{ place, period, at, value, title }];
    };
    return {
      figures: drawn.nodes.flatMap((figure) => pointOf(texts.point, figure)).toReversed(),
      targets: targets.flatMap((target) => pointOf(texts.aim, target)),
    };
  }, [drawn, targets, unit]);
}

function Targets({ of: { targets, unit } }: { of: Indicator }) {
  const t = useText();
  const placeOf = usePlaceName();
  const valueText = useValueText(unit);
  type Target = (typeof targets)[number];
  const reached = ({ achievement: { isReached } }: Target) =>
    isReached === null ? "–" : t(isReached ? texts.yes : texts.no);
  return (
    <DataTable
      caption={t(texts.targets)}
      rows={targets}
      keyOf={({ id }) => id}
      columns={[
        { name: "place", title: t(texts.place), value: placeOf },
        { name: "period", title: t(texts.period), value: ({ period }) => period },
        {
          name: "target",
          title: t(texts.target),
          isNumber: true,
          value: ({ value }) => value,
          show: ({ value }) => valueText(value),
        },
        {
          name: "actual",
          title: t(texts.actual),
          isNumber: true,
          value: ({ achievement }) => achievement.actual,
          show: ({ achievement }) => valueText(achievement.actual),
        },
        {
          name: "reached",
          title: t(texts.reached),
          value: reached,
          show: (target) => (
            <Badge tone={target.achievement.isReached ? "good" : "plain"}>{reached(target)}</Badge>
          ),
        },
      ]}
    />
  );
}

/** The places of the points, the one with the most figures first. */
function placesOf(points: readonly Point[]): string[] {
  const counts = new Map<string, number>();
  for (const { place } of points) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([place]) => place);
}

/** The line of an indicator against its targets, and the targets as a table. */
export function CourseTab({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const name = useMemberName();
  const points = usePoints(indicator);
  const places = useMemo(() => placesOf([...points.figures, ...points.targets]), [points]);
  const [chosen, choose] = useState<string>();
  const place = chosen ?? (places.length > mostLines ? (places[0] ?? "") : "");
  const shown = useMemo(() => {
    const at = (all: readonly Point[]) => all.filter((point) => !place || point.place === place);
    return { figures: at(points.figures), targets: at(points.targets) };
  }, [points, place]);
  return (
    <div className="stack">
      <Card title={t(texts.title)}>
        {points.figures.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
        {places.length > 1 ? (
          <ChoiceField
            label={t(texts.place)}
            value={place}
            change={choose}
            choices={[
              { value: "", label: t(texts.all) },
              ...places.map((value) => ({ value, label: value })),
            ]}
          />
        ) : null}
        {points.figures.length > 0 ? (
          <>
            <p className="small soft">{t(texts.about)}</p>
            <LineChart {...shown} unit={name("IndicatorUnit", indicator.unit)} />
          </>
        ) : null}
      </Card>
      {indicator.targets.length > 0 ? (
        <Card title={t(texts.targets)}>
          <Targets of={indicator} />
        </Card>
      ) : null}
    </div>
  );
}
