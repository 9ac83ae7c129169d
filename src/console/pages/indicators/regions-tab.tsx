import { useState } from "react";
import { IndicatorByRegionDocument, type RegionLevel } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { ChoiceField } from "../../parts/fields.js";
import { type Indicator, type RegionRow, useValueText } from "./figures.js";
import styles from "./indicators.module.css";
import { RegionsMap } from "./regions-map.js";
import { useSexColumns } from "./sex-counts.js";

const texts = {
  title: { id: "Menurut wilayah dan jenis kelamin", en: "By region and by sex" },
  none: { id: "Tidak ada capaian untuk pilihan ini.", en: "No figures for this choice." },
  level: { id: "Tingkat wilayah", en: "Level of the regions" },
  period: { id: "Periode", en: "Period" },
  region: { id: "Wilayah", en: "Region" },
  value: { id: "Nilai", en: "Value" },
  measured: { id: "Diukur di", en: "Measured in" },
  places: {
    id: "{count, plural, other {# tempat}}{partial, select, true { (sebagian)} other {}}",
    en: "{count, plural, one {# place} other {# places}}{partial, select, true { (partly)} other {}}",
  },
};

function RegionTable({ rows, unit }: { rows: readonly RegionRow[]; unit: Indicator["unit"] }) {
  const t = useText();
  const valueText = useValueText(unit);
  const sexColumns = useSexColumns<RegionRow>();
  const bySex = rows.some(({ disaggregation }) => disaggregation.length > 0);
  return (
    <DataTable
      caption={t(texts.title)}
      rows={rows}
      keyOf={({ region }) => region.id}
      columns={[
        { name: "region", title: t(texts.region), value: ({ region }) => region.name },
        {
          name: "value",
          title: t(texts.value),
          isNumber: true,
          value: ({ value }) => value,
          show: ({ value, suppressed }) => valueText(value, suppressed),
        },
        ...(bySex ? sexColumns : []),
        {
          name: "measured",
          title: t(texts.measured),
          value: ({ measured, isPartial }) =>
            t(texts.places, { count: measured, partial: isPartial }),
        },
      ]}
    />
  );
}

/** The level shown first: provinces where figures add up to them, else that of the latest figure of a region. */
function firstLevel({ aggregation, drawn }: Indicator): RegionLevel {
  if (aggregation !== "NONE") return "PROVINCE";
  return drawn.nodes.find(({ region }) => region)?.region?.level ?? "PROVINCE";
}

/** The indicator by region at one level and period, and by sex where the figures say it. */
export function RegionsTab({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const name = useMemberName();
  const periods = [...new Set(indicator.drawn.nodes.map(({ period }) => period))];
  const [level, setLevel] = useState(() => firstLevel(indicator));
  const [period, setPeriod] = useState(periods[0] ?? "");
  const { key, unit } = indicator;
  const answer = useAnswer(
    IndicatorByRegionDocument,
    { key, level, period },
    { pause: period === "" },
  );
  return (
    <Card title={t(texts.title)}>
      <div className={styles.choices}>
        <ChoiceField
          label={t(texts.level)}
          value={level}
          change={(value) => setLevel(value as RegionLevel)}
          choices={membersOf("RegionLevel").map((value) => ({
            value,
            label: name("RegionLevel", value),
          }))}
        />
        <ChoiceField
          label={t(texts.period)}
          value={period}
          change={setPeriod}
          choices={periods.map((value) => ({ value, label: value }))}
        />
      </div>
      {period === "" ? (
        <Empty>{t(texts.none)}</Empty>
      ) : (
        <Answered of={answer} subject={(data) => data.indicator}>
          {({ byRegion }) =>
            byRegion.length === 0 ? (
              <Empty>{t(texts.none)}</Empty>
            ) : (
              <>
                <RegionsMap title={indicator.title} level={level} rows={byRegion} unit={unit} />
                <RegionTable rows={byRegion} unit={unit} />
              </>
            )
          }
        </Answered>
      )}
    </Card>
  );
}
