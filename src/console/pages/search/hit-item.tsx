import type { SearchPageQuery } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { NodeLink } from "../../parts/node-link.js";
import styles from "./search.module.css";

const texts = { untitled: { id: "(tanpa judul)", en: "(no title)" } };

type Hit = SearchPageQuery["search"]["edges"][number]["node"];

/** A place that matches, with the words that do. */
function Highlight({ segments }: { segments: Hit["highlights"][number]["segments"] }) {
  return (
    <p className="small">
      {segments.map(({ text, isMatch }, at) =>
        isMatch ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a text never move.
          <mark key={at} className={styles.match}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}

/** One result: its type, its title with the way to its page, and the places that match. */
export function HitItem({ hit: { type, title, highlights, node } }: { hit: Hit }) {
  const t = useText();
  const name = useMemberName();
  return (
    <li className={styles.hit}>
      <span className="row">
        <Badge>{name("SearchType", type)}</Badge>
        <NodeLink node={node}>{title ?? t(texts.untitled)}</NodeLink>
      </span>
      {highlights.slice(0, 3).map(({ field, language, segments }) => (
        <Highlight key={`${field} ${language}`} segments={segments} />
      ))}
    </li>
  );
}
