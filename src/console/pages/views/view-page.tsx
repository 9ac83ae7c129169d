import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import {
  ViewPageDocument,
  type ViewPagePartsFragment,
  type ViewPageQuery,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useLanguage, useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { inLanguage } from "../../language/translated.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { PageHead } from "../../parts/page-head.js";
import { ViewBuilder } from "./builder/view-builder.js";
import { StarButton } from "./star-button.js";
import { ViewActions } from "./view-actions.js";
import { ViewDocument } from "./view-document.js";
import { ViewExports } from "./view-exports.js";
import { ViewParameters } from "./view-parameters.js";
import { ViewResult } from "./view-result.js";
import styles from "./views.module.css";

const texts = {
  views: { id: "Tampilan", en: "View" },
  faults: {
    id: "Sebagian tampilan ini tidak lagi cocok dengan data hub:",
    en: "Parts of this view no longer fit the hub's data:",
  },
  edit: { id: "Ubah tampilan", en: "Change this view" },
  shipped: { id: "Bawaan hub", en: "From the hub" },
};

type Viewer = ViewPageQuery["viewer"];

/** The parameters in the address: those that the view has, as texts. */
function useParameters(view: ViewPagePartsFragment): Record<string, string> {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  return Object.fromEntries(
    view.parameters.flatMap(({ name }) => {
      const value = search[`p.${name}`];
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
}

/** True where the viewer can be expected to change the view; the hub decides. */
const mayEdit = ({ organisation }: ViewPagePartsFragment, viewer: Viewer): boolean =>
  organisation === null
    ? viewer.operator
    : viewer.memberships.some((one) => one.organisation.id === organisation.id);

function Faults({ view }: { view: ViewPagePartsFragment }) {
  const t = useText();
  const language = useLanguage();
  if (view.faults.length === 0) return null;
  return (
    <div role="alert" className={styles.fault}>
      <p>{t(texts.faults)}</p>
      <ul>
        {view.faults.map(({ path, message }) => (
          <li key={path}>
            <code>{path}</code>: {inLanguage(message, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The builder, opened by the address, so that a new view goes on being built beside its result. */
function Editing({ view }: { view: ViewPagePartsFragment }) {
  const t = useText();
  const navigate = useNavigate();
  const { edit } = useSearch({ strict: false }) as { edit?: string };
  const toggle = (isOpen: boolean) => {
    if (isOpen === (edit !== undefined)) return;
    const search = (before: object) => ({ ...before, edit: isOpen ? "yes" : undefined });
    void navigate({ to: ".", search, replace: true } as never);
  };
  return (
    <details
      className={styles.details}
      open={edit !== undefined}
      onToggle={({ currentTarget }) => toggle(currentTarget.open)}
    >
      <summary>{t(texts.edit)}</summary>
      {edit === undefined ? null : (
        <Card>
          <ViewBuilder key={view.version} view={view} />
        </Card>
      )}
    </details>
  );
}

function ShownView({
  view,
  viewer,
  again,
}: {
  view: ViewPagePartsFragment;
  viewer: Viewer;
  again: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const name = useMemberName();
  const parameters = useParameters(view);
  const isMember = viewer.kind === "USER" && (viewer.memberships.length > 0 || viewer.operator);
  return (
    <>
      <PageHead
        title={view.title}
        above={`${t(texts.views)} · ${name("ViewDataset", view.dataset)}`}
        below={
          <>
            <Badge tone="info">
              {view.organisation ? name("ViewAudience", view.audience) : t(texts.shipped)}
            </Badge>
            {view.organisation ? <span>{view.organisation.name}</span> : null}
            {view.plan ? <span>{view.plan.title}</span> : null}
          </>
        }
        actions={isMember ? <StarButton view={view} again={again} /> : null}
      />
      <div className="stack">
        {view.descriptionText ? <p>{inLanguage(view.descriptionText, language)}</p> : null}
        <Faults view={view} />
        {isMember ? <ViewActions view={view} mayEdit={mayEdit(view, viewer)} /> : null}
        {mayEdit(view, viewer) ? <Editing view={view} /> : null}
        <ViewParameters view={view} values={parameters} />
        <ViewResult view={view} parameters={parameters} />
        <ViewExports view={view} parameters={parameters} isMember={isMember} />
        <ViewDocument view={view} parameters={parameters} />
      </div>
    </>
  );
}

/** A view: its parameters, its result, and what one can do with it. */
export function ViewPage() {
  const { key = "" } = useParams({ strict: false }) as { key?: string };
  const answer = useAnswer(ViewPageDocument, { key });
  return (
    <Answered of={answer} subject={({ view }) => view}>
      {(view) =>
        answer.data ? (
          <ShownView view={view} viewer={answer.data.viewer} again={answer.again} />
        ) : null
      }
    </Answered>
  );
}
