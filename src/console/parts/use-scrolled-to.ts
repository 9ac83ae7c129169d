import { type RefObject, useEffect, useRef } from "react";

/** Brings the element that the address names, as `#outcome-3`, into view when it is first shown. */
export function useScrolledTo<Element extends HTMLElement>(
  anchor: string,
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (window.location.hash === `#${anchor}`) element.current?.scrollIntoView();
  }, [anchor]);
  return element;
}
