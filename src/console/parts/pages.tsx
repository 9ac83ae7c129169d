import { Fragment, type ReactNode, useState } from "react";
import { useText } from "../language/language.js";

const texts = { more: { id: "Tampilkan berikutnya", en: "Show more" } };

/** Where a page of a list ends. */
export interface PageEnd {
  hasNextPage: boolean;
  endCursor?: string | null;
}

/**
 * The pages of a list, one below the other. `children` renders the page after a cursor, and is given the
 * function that makes the button to the next page. Another list needs another `key`.
 */
export function Pages({
  children,
}: {
  children: (after: string | null, next: (end: PageEnd) => ReactNode) => ReactNode;
}) {
  const t = useText();
  const [afters, setAfters] = useState<readonly (string | null)[]>([null]);
  const last = afters.at(-1);
  return afters.map((after) => (
    <Fragment key={after ?? ""}>
      {children(after, ({ hasNextPage, endCursor }) =>
        after === last && hasNextPage && endCursor ? (
          <div>
            <button
              type="button"
              className="button"
              onClick={() => setAfters([...afters, endCursor])}
            >
              {t(texts.more)}
            </button>
          </div>
        ) : null,
      )}
    </Fragment>
  ));
}
