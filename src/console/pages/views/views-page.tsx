import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ViewsPageDocument, type ViewsPageQuery } from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useLanguage, useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { inLanguage } from "../../language/translated.js";
import { Answered } from "../../parts/answered.js";
import { Badge } from "../../parts/badge.js";
import { Empty } from "../../parts/empty.js";
import { PageHead } from "../../parts/page-head.js";
import { SearchField } from "../../parts/search-field.js";
import { NewView } from "./new-view.js";
import { StarButton } from "./star-button.js";
import styles from "./views.module.css";

const texts = {
  title: { id: "Tampilan", en: "Views" },
  about: {
    id: "Pertanyaan tersimpan atas data hub: pilih satu untuk melihat hasilnya, selalu menurut hak Anda.",
    en: "Saved questions about the hub's data: choose one to see its result, always by your own rights.",
  },
  search: { id: "Cari tampilan", en: "Search views" },
  found: {
    id: "{count, plural, =0 {Tidak ada tampilan yang cocok.} other {# tampilan}}",
    en: "{count, plural, =0 {No view matches.} one {# view} other {# views}}",
  },
  starred: { id: "Berbintang", en: "Starred" },
  saved: { id: "Tersimpan", en: "Saved" },
  shipped: { id: "Bawaan hub", en: "From the hub" },
  more: {
    id: "Hanya 100 tampilan pertama yang dimuat di sini; cari yang lain lewat pencarian.",
    en: "Only the first 100 views are here; find the others by the search.",
  },
};

type View = ViewsPageQuery["views"]["nodes"][number];

function ViewCard({ view, isMember, again }: { view: View; isMember: boolean; again: () => void }) {
  const language = useLanguage();
  const name = useMemberName();
  const { key, title, descriptionText, kind, dataset, chart, organisation, audience } = view;
  return (
    <article className={styles.card}>
      <h3>
        <Link to="/view/$key" params={{ key }}>
          {title}
        </Link>
      </h3>
      {descriptionText ? <p className="small">{inLanguage(descriptionText, language)}</p> : null}
      <footer className="stack">
        <div className="row">
          <Badge>{name("ViewDataset", dataset)}</Badge>
          <Badge>{name("ViewKind", kind)}</Badge>
          {chart ? <Badge>{name("ViewChartKind", chart.kind)}</Badge> : null}
          {organisation ? <Badge tone="info">{name("ViewAudience", audience)}</Badge> : null}
        </div>
        {organisation ? <span className="soft small">{organisation.name}</span> : null}
        {isMember ? (
          <div className="row">
            <StarButton view={view} again={again} />
          </div>
        ) : null}
      </footer>
    </article>
  );
}

/** True for a view whose words have the sought text. */
function matches({ title, descriptionText, organisation }: View, sought: string): boolean {
  const words = [title, descriptionText?.indonesian, descriptionText?.english, organisation?.name];
  return words.join(" ").toLowerCase().includes(sought.trim().toLowerCase());
}

function ViewLists({ data, again }: { data: ViewsPageQuery; again: () => void }) {
  const t = useText();
  const [sought, setSought] = useState("");
  const { views, viewer } = data;
  const found = views.nodes.filter((view) => matches(view, sought));
  const sections = [
    { title: texts.starred, views: found.filter(({ star }) => star) },
    { title: texts.saved, views: found.filter((view) => !view.star && view.organisation) },
    { title: texts.shipped, views: found.filter((view) => !view.star && !view.organisation) },
  ];
  return (
    <div className="stack">
      <SearchField
        label={t(texts.search)}
        value={sought}
        change={setSought}
        found={t(texts.found, { count: found.length })}
      />
      {sections.map(({ title, views: shown }) =>
        shown.length === 0 ? null : (
          <section key={title.en} className="stack">
            <h2>{t(title)}</h2>
            <ul className="plain grid">
              {shown.map((view) => (
                <li key={view.id}>
                  <ViewCard view={view} isMember={viewer.kind === "USER"} again={again} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {views.pageInfo.hasNextPage ? <Empty>{t(texts.more)}</Empty> : null}
    </div>
  );
}

/** All views that one may see: starred ones first, then those that people saved, then those of the hub. */
export function ViewsPage() {
  const t = useText();
  const answer = useAnswer(ViewsPageDocument, {});
  const isSignedIn = answer.data?.viewer.kind === "USER";
  return (
    <>
      <PageHead
        title={t(texts.title)}
        below={<p className="soft">{t(texts.about)}</p>}
        actions={isSignedIn ? <NewView /> : null}
      />
      <Answered of={answer} subject={(data) => data}>
        {(data) => <ViewLists data={data} again={answer.again} />}
      </Answered>
    </>
  );
}
