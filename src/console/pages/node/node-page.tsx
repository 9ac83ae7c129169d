import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  NodeHistoryDocument,
  NodePageDocument,
  type NodePageQuery,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { ChangeList } from "../../parts/change-list.js";
import { hasPlace, NodeLink } from "../../parts/node-link.js";
import { PageHead } from "../../parts/page-head.js";
import { type PageEnd, Pages } from "../../parts/pages.js";
import { useChangeWords } from "../../parts/use-change-words.js";
import { NodeFields } from "./node-fields.js";

const texts = {
  fields: { id: "Isi", en: "Content" },
  history: { id: "Riwayat", en: "History" },
  own: { id: "Buka halamannya", en: "Open its page" },
};

type Node = NonNullable<NodePageQuery["node"]>;

const titleOf = (node: Node): string | undefined =>
  "title" in node ? node.title : "name" in node ? node.name : undefined;

function History({
  id,
  after,
  next,
}: {
  id: string;
  after: string | null;
  next: (end: PageEnd) => ReactNode;
}) {
  const t = useText();
  const answer = useAnswer(NodeHistoryDocument, { id, after });
  return (
    <Answered of={answer} subject={({ changes }) => changes}>
      {({ nodes, pageInfo }) => (
        <>
          {after === null ? (
            <Card title={t(texts.fields)}>
              <NodeFields changes={nodes} />
            </Card>
          ) : null}
          <Card title={after === null ? t(texts.history) : undefined}>
            <ChangeList changes={nodes} more={next(pageInfo)} />
          </Card>
        </>
      )}
    </Answered>
  );
}

/** Anything of the hub by its id: what it is, what it holds, and its history from the ledger. */
export function NodePage() {
  const t = useText();
  const words = useChangeWords();
  const { id } = useParams({ from: "/node/$id" });
  const answer = useAnswer(NodePageDocument, { id });
  return (
    <Answered of={answer} subject={({ node }) => node}>
      {(node) => (
        <div className="stack">
          <PageHead
            title={titleOf(node) ?? words.noun(node.__typename)}
            above={words.noun(node.__typename)}
            below={<code className="small soft">{id}</code>}
            actions={hasPlace(node) ? <NodeLink node={node}>{t(texts.own)}</NodeLink> : null}
          />
          <Pages key={id}>{(after, next) => <History id={id} after={after} next={next} />}</Pages>
        </div>
      )}
    </Answered>
  );
}
