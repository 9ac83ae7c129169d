import { InputType } from "type-graphql";
import { CreationInput, IdField, TextField, UrlField } from "../../common/index.js";

@InputType({
  description: "A link on which an assessment rests. Files are uploaded beside GraphQL.",
})
export class AddEvidenceInput extends CreationInput {
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @TextField({
    max: 80,
    presence: "nullable",
    description: "The key of the question whose answer rests on it.",
  })
  question?: string | null;
  @TextField({ max: 300, description: "What it is." })
  title!: string;
  @UrlField({ description: "Its address (http or https URL)." })
  address!: string;
}
