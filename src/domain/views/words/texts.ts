import { type StoredText, TextLanguage } from "../../common/index.js";

/** A text in both languages as the API shows it. */
export interface ViewText {
  english: string;
  missing: TextLanguage[];
  indonesian: string;
}

/** A text in both languages from one that has both. */
export const bothOf = (english: string, indonesian: string): ViewText => ({
  english,
  indonesian,
  missing: [],
});

/** A stored text as the API shows it, in the key order of jsonb. */
export function heldOf({ english, indonesian }: StoredText): ViewText {
  const missing = [
    ...(indonesian === undefined ? [TextLanguage.ID] : []),
    ...(english === undefined ? [TextLanguage.EN] : []),
  ];
  const text = english ?? indonesian ?? "";
  return { english: text, missing, indonesian: indonesian ?? text };
}
