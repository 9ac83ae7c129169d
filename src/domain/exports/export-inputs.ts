import { InputType } from "type-graphql";
import { JsonScalar } from "../../platform/scalars.js";
import {
  ChangeOf,
  CreationInput,
  IdField,
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
  @TextField({ max: 80, description: "The list, as the graph's root names it: `actionPlans`." })
  list!: string;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description: "The filter, as the list takes it in `where`.",
  })
  where?: unknown;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description: "The order, as the list takes it in `orderBy`.",
  })
  orderBy?: unknown;
  @TextsField({
    max: 100,
    length: 300,
    presence: "nullable",
    description:
      "Paths of columns along references to one row, as `plan.programme.key`; its usual ones if absent.",
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
export class CancelExportInput extends ChangeOf("The export.") {}
