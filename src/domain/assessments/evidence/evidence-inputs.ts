import { InputType } from "type-graphql";
import { CreationInput, IdField, TextField, UrlField } from "../../common/index.js";

@InputType({
  description: "A link that supports an assessment. Files are uploaded over HTTP, outside GraphQL.",
})
export class AddEvidenceInput extends CreationInput {
  @IdField({ description: "The assessment." })
  assessmentId!: string;
  @TextField({
    max: 80,
    presence: "nullable",
    description: "The key of the question whose answer it supports.",
  })
  question?: string | null;
  @TextField({ max: 300, description: "Its title." })
  title!: string;
  @UrlField({ description: "Its address (http or https URL)." })
  address!: string;
}
