import { InputType } from "type-graphql";
import { JsonScalar } from "../../platform/scalars.js";
import {
  CreationInput,
  IdField,
  KeyField,
  TextField,
  TextsField,
  ValueField,
} from "../common/index.js";
import { ExportFormat } from "./enums.js";

@InputType({ description: "A file that the hub is to make in the background." })
export class StartExportInput extends CreationInput {
  @IdField({
    presence: "nullable",
    description: "The organisation for which; needed by members of several.",
  })
  organisationId?: string | null;
  @TextField({
    max: 80,
    presence: "nullable",
    description:
      "The list, as the graph's root names it: `actionPlans`; either this or `viewKey` is given.",
  })
  list?: string | null;
  @KeyField({
    presence: "nullable",
    description: "The key of a saved view, whose result the file has.",
  })
  viewKey?: string | null;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description: "Of a view: the values of its parameters, by their names.",
  })
  parameters?: unknown;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description: "Of a list: the filter, as it takes it in `where`.",
  })
  where?: unknown;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description: "Of a list: the order, as it takes it in `orderBy`.",
  })
  orderBy?: unknown;
  @TextsField({
    max: 100,
    length: 300,
    presence: "nullable",
    description:
      "Of a list: paths of columns along references to one row, as `plan.programme.key`; its usual ones if absent.",
  })
  columns?: string[] | null;
  @ValueField(() => ExportFormat, { description: "The format of the file." })
  format!: ExportFormat;
  @TextField({
    max: 10,
    presence: "defaulted",
    initial: "en",
    description:
      "`id` or `id-ID`, `en`, `en-GB` or `en-US`: the language of headings, separators and decimal signs; `en` if absent.",
  })
  locale?: string | null;
}

@InputType({ description: "The end of an export before its file is made." })
export class CancelExportInput {
  @IdField({ description: "The export." })
  id!: string;
}
