import { useReducer, useState } from "react";
import { Switch } from "react-aria-components";
import {
  ViewPageLiveDocument,
  type ViewPagePartsFragment,
  ViewPageResultDocument,
  type ViewPageResultPartsFragment,
} from "../../generated/graphql.js";
import { useAnswer, useFollowed } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { FaultNote } from "../../parts/fault-note.js";
import { ResultMatrix } from "./result-matrix.js";
import { ResultRows } from "./result-rows.js";
import { ViewChart } from "./view-chart.js";
import styles from "./views.module.css";

const texts = {
  title: { id: "Hasil", en: "Result" },
  count: {
    id: "{count, plural, other {{shown} dari {all} baris}}",
    en: "{count, plural, one {{shown} of {all} row} other {{shown} of {all} rows}}",
  },
  live: { id: "Ikuti langsung", en: "Follow live" },
  liveSince: { id: "Langsung, posisi {position}", en: "Live, position {position}" },
  next: { id: "Halaman berikutnya", en: "Next page" },
  first: { id: "Ke halaman pertama", en: "To the first page" },
};

type Parameters = Record<string, string>;

/** A result as the view's kind shows it, under its chart. */
function Shown({
  view,
  result,
}: {
  view: ViewPagePartsFragment;
  result: ViewPageResultPartsFragment;
}) {
  return (
    <>
      <ViewChart view={view} result={result} />
      {view.kind === "MATRIX" ? (
        <ResultMatrix result={result} caption={view.title} />
      ) : (
        <ResultRows result={result} caption={view.title} />
      )}
    </>
  );
}

/** The result as the hub sends it whenever it becomes another. */
function LiveResult({ view, parameters }: { view: ViewPagePartsFragment; parameters: Parameters }) {
  const t = useText();
  const variables = { id: view.id, parameters };
  // The stream gives the answer itself: there is nothing to read before it begins.
  const [reading, again] = useReducer(() => ({}), {});
  const beginning = { position: 0, reading, again };
  const { data, fault } = useFollowed(ViewPageLiveDocument, variables, beginning);
  const live = data?.viewLive;
  return (
    <>
      <FaultNote fault={fault} />
      <p className="soft small" aria-live="polite">
        {live ? t(texts.liveSince, { position: String(live.position) }) : "…"}
      </p>
      {live ? <Shown view={view} result={live.result} /> : null}
    </>
  );
}

/** A page of the result, as it was when it was asked. */
function AskedResult({
  view,
  parameters,
}: {
  view: ViewPagePartsFragment;
  parameters: Parameters;
}) {
  const t = useText();
  const { number } = useFormats();
  const [after, setAfter] = useState<string>();
  const answer = useAnswer(ViewPageResultDocument, {
    key: view.key,
    parameters,
    first: 100,
    ...(after === undefined ? {} : { after }),
  });
  return (
    <Answered of={answer} subject={(data) => data.view?.result}>
      {(result) => (
        <>
          <Shown view={view} result={result} />
          <div className="row spread no-print">
            <span className="soft small">
              {t(texts.count, {
                count: result.totalCount,
                shown: number(result.rows.length),
                all: number(result.totalCount),
              })}
            </span>
            <span className="row">
              {after === undefined ? null : (
                <button type="button" className="button" onClick={() => setAfter(undefined)}>
                  {t(texts.first)}
                </button>
              )}
              {result.pageInfo.hasNextPage ? (
                <button
                  type="button"
                  className="button"
                  onClick={() => setAfter(result.pageInfo.endCursor ?? undefined)}
                >
                  {t(texts.next)}
                </button>
              ) : null}
            </span>
          </div>
        </>
      )}
    </Answered>
  );
}

/** The view's result; live at a switch. */
export function ViewResult({
  view,
  parameters,
}: {
  view: ViewPagePartsFragment;
  parameters: Parameters;
}) {
  const t = useText();
  const [isLive, setLive] = useState(false);
  const key = JSON.stringify([view.version, parameters]);
  return (
    <Card
      title={t(texts.title)}
      actions={
        <Switch className={styles.switch ?? ""} isSelected={isLive} onChange={setLive}>
          <span className={styles.track} aria-hidden="true" />
          {t(texts.live)}
        </Switch>
      }
    >
      {isLive ? (
        <LiveResult key={key} view={view} parameters={parameters} />
      ) : (
        <AskedResult key={key} view={view} parameters={parameters} />
      )}
    </Card>
  );
}
