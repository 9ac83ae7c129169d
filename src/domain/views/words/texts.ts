import type { TextLanguage } from "../../common/index.js";

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
