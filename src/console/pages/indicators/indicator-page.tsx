import { Link, useParams } from "@tanstack/react-router";
import { IndicatorPageDocument } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { PageHead } from "../../parts/page-head.js";
import { SourceLinks } from "../../parts/source-links.js";
import { TabPages } from "../../parts/tab-list.js";
import { CourseTab } from "./course-tab.js";
import type { Indicator } from "./figures.js";
import { FiguresTab } from "./figures-tab.js";
import { RegionsTab } from "./regions-tab.js";

const texts = {
  indicators: { id: "Indikator", en: "Indicators" },
  tabs: { id: "Bagian indikator", en: "Parts of the indicator" },
  course: { id: "Grafik dan target", en: "Chart and targets" },
  regions: { id: "Wilayah dan jenis kelamin", en: "Regions and sexes" },
  figures: { id: "Capaian", en: "Figures" },
};

function Head({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const name = useMemberName();
  const { title, unit, direction, owner, programme, description, sources } = indicator;
  return (
    <>
      <PageHead
        title={title}
        above={
          <>
            <Link to="/indicators">{t(texts.indicators)}</Link>
            {programme ? ` · ${programme.title}` : null}
            {owner ? ` · ${owner.name}` : null}
          </>
        }
        below={
          <>
            <Badge>{name("IndicatorUnit", unit)}</Badge>
            <Badge>{name("IndicatorDirection", direction)}</Badge>
          </>
        }
      />
      {description ? <p>{description}</p> : null}
      <SourceLinks sources={sources} />
    </>
  );
}

/** An indicator: its line against targets, its regions, and its figures with their sources. */
export function IndicatorPage() {
  const t = useText();
  const { key = "" } = useParams({ strict: false });
  const answer = useAnswer(IndicatorPageDocument, { key });
  return (
    <Answered of={answer} subject={({ indicator }) => indicator}>
      {(indicator) => (
        <>
          <Head indicator={indicator} />
          <TabPages
            label={t(texts.tabs)}
            items={[
              {
                name: "course",
                label: t(texts.course),
                content: () => <CourseTab indicator={indicator} />,
              },
              {
                name: "regions",
                label: t(texts.regions),
                content: () => <RegionsTab indicator={indicator} />,
              },
              {
                name: "figures",
                label: t(texts.figures),
                content: () => <FiguresTab indicator={indicator} />,
              },
            ]}
          />
        </>
      )}
    </Answered>
  );
}
