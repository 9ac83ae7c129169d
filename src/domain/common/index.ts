// Nouns and texts.

export { inJsonbOrder } from "./nouns/jsonb.js";
export { Versioned, VersionedNoun } from "./nouns/noun.js";
export { byPeriod, OfPeriod, PeriodNoun, periodFields } from "./nouns/of-period.js";
export {
  DisaggregatedCount,
  hasSmall,
  isSmall,
  isSuppressed,
  shownCounts,
  summedCounts,
  suppressedTotal,
} from "./nouns/small-cells.js";
export { Source, SourceInput, SourcesField, sourcesOf } from "./nouns/source.js";
export {
  type HeldText,
  heldOf,
  InBothLanguages,
  listedText,
  officialText,
  type StoredText,
  Translated,
  TranslatedText,
  textIn,
} from "./nouns/translated-text.js";

// Inputs.

export { checkPeriod } from "./inputs/dates.js";
export { fault, refuseFaults } from "./inputs/faults.js";
export { ChangeOf, CreationInput, CreationOf } from "./inputs/input-classes.js";
export {
  ExpectedVersionField,
  IdField,
  IdsField,
  InputField,
  InputsField,
  IntField,
  KeyField,
  mostInputs,
  NumberField,
  TextField,
  TextsField,
  UrlField,
  UrlsField,
  ValueField,
  ValuesField,
} from "./inputs/input-fields.js";
export { RemovalInput } from "./inputs/removal-input.js";
export {
  givenText,
  givenTitle,
  PlainTextField,
  storedText,
  TranslatedField,
  TranslatedTextInput,
} from "./inputs/translated-input.js";

// Enumerations.

export { Disaggregation } from "./nouns/small-cells.js";
export { TextLanguage } from "./nouns/translated-text.js";
export { Visibility } from "./nouns/visibility.js";

// Use cases.

export { assignGiven } from "./use-cases/assign.js";
export { changing, checkVersion, removing } from "./use-cases/changing.js";
export { changingMany } from "./use-cases/changing-many.js";
export type { Clash } from "./use-cases/clashes.js";
export { type Created, creating } from "./use-cases/creating.js";
export { keepFile, removeFile } from "./use-cases/kept-files.js";
export { keyFor } from "./use-cases/keys.js";
export { lifecycle, refused } from "./use-cases/lifecycle.js";
export {
  mutationResolver,
  type WritingContext,
  type WrittenPayload,
} from "./use-cases/mutation-resolver.js";
export { linesOfCreations } from "./use-cases/same-request.js";
export { type Done, type UseCase, type UseCaseTable, useCases } from "./use-cases/use-case.js";
export { Work } from "./use-cases/work.js";

// Filters.

export { seenByOwner, seenOnceDeleted, seenWithSubject } from "./nouns/deleted.js";
export { seenByVisibility } from "./nouns/visibility.js";
