import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  SearchPageDocument,
  type SearchPageQuery,
  type SearchType,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Empty } from "../../parts/empty.js";
import { PageHead } from "../../parts/page-head.js";
import { type PageEnd, Pages } from "../../parts/pages.js";
import { HitItem } from "./hit-item.js";
import styles from "./search.module.css";

const texts = {
  title: { id: "Hasil pencarian", en: "Search results" },
  titleOf: { id: "Hasil untuk “{text}”", en: "Results for “{text}”" },
  short: {
    id: "Tulis sekurangnya dua huruf di kotak pencarian di atas.",
    en: "Write at least two letters in the search box above.",
  },
  none: { id: "Tidak ditemukan apa pun.", en: "Nothing was found." },
  near: {
    id: "Tidak ada yang memuat semua kata; ini yang mendekati.",
    en: "Nothing has all the words; these come near.",
  },
  ignored: { id: "Tidak dicari: {words}", en: "Not searched for: {words}" },
  all: { id: "Semua", en: "All" },
  types: { id: "Jenis hasil", en: "Types of results" },
  found: {
    id: "{count, plural, other {# hasil}}",
    en: "{count, plural, one {# result} other {# results}}",
  },
};

type Found = SearchPageQuery["search"];

const isType = (type: string | undefined): type is SearchType =>
  type !== undefined && membersOf("SearchType").includes(type);

function TypeChoices({ counts, type }: { counts: Found["counts"]; type: string | undefined }) {
  const t = useText();
  const name = useMemberName();
  const choices = [{ type: undefined, label: t(texts.all) }].concat(
    counts.map(({ type: one, count, isComplete }) => ({
      ...{
        type: one as never,
        label: `${name("SearchType", one)} ${count}${isComplete ? "" : "+"}`,
      },
    })),
  );
  return (
    <nav aria-label={t(texts.types)} className="row">
      {choices.map((choice) => (
        <Link
          key={choice.type ?? "all"}
          to="."
          activeOptions={{ exact: true, explicitUndefined: true }}
          search={(before: object) => ({ ...before, type: choice.type })}
          className={styles.type ?? ""}
          aria-current={choice.type === type}
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  );
}

function Remarks({ found: { isNear, ignoredWords, totalCount } }: { found: Found }) {
  const t = useText();
  return (
    <>
      <p role="status" className="soft">
        {totalCount === 0 ? t(texts.none) : t(texts.found, { count: totalCount })}
      </p>
      {isNear && totalCount > 0 ? <Empty>{t(texts.near)}</Empty> : null}
      {ignoredWords.length > 0 ? (
        <Empty>{t(texts.ignored, { words: ignoredWords.join(", ") })}</Empty>
      ) : null}
    </>
  );
}

function Results({
  text,
  type,
  after,
  next,
}: {
  text: string;
  type: SearchType | undefined;
  after: string | null;
  next: (end: PageEnd) => ReactNode;
}) {
  const types = type ? [type] : null;
  const answer = useAnswer(SearchPageDocument, { text, types, after });
  return (
    <Answered of={answer} subject={({ search }) => search}>
      {(found) => (
        <>
          {after === null ? (
            <>
              <TypeChoices counts={found.counts} type={type} />
              <Remarks found={found} />
            </>
          ) : null}
          <ul className={`plain ${styles.hits}`}>
            {found.edges.map(({ cursor, node }) => (
              <HitItem key={cursor} hit={node} />
            ))}
          </ul>
          {next(found.pageInfo)}
        </>
      )}
    </Answered>
  );
}

/** What has the words of a search, by type, the best first. */
export function SearchPage() {
  const t = useText();
  const { text = "", type } = useSearch({ strict: false }) as { text?: string; type?: string };
  const words = text.trim();
  const chosen = isType(type) ? type : undefined;
  return (
    <div className="stack">
      <PageHead title={words ? t(texts.titleOf, { text: words }) : t(texts.title)} />
      {words.length < 2 ? (
        <Empty>{t(texts.short)}</Empty>
      ) : (
        <Pages key={`${words} ${chosen}`}>
          {(after, next) => <Results text={words} type={chosen} after={after} next={next} />}
        </Pages>
      )}
    </div>
  );
}
