import { useEffect } from "react";

/** Puts a page's title into the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Rembuk`;
  }, [title]);
}
