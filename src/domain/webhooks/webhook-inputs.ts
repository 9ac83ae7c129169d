import { InputType } from "type-graphql";
import { JsonScalar, PositionScalar } from "../../platform/scalars.js";
import { ChangeOf, CreationOf, IdField, TextField, ValueField } from "../common/index.js";

class WebhookFields {
  @TextField({ max: 100, description: "Its purpose." })
  name!: string;
  @TextField({
    max: 2000,
    description:
      "The address that gets each change by POST: https, on the public internet unless the operator lists its host.",
  })
  address!: string;
  @ValueField(() => JsonScalar, {
    presence: "nullable",
    description:
      "The filter, as the subscription `changes` takes it in `where` (`ChangeFilter`); null for all changes.",
  })
  where?: unknown;
}

@InputType({ description: "A new webhook of an organisation." })
export class CreateWebhookInput extends CreationOf(WebhookFields) {
  @IdField({ description: "The organisation." })
  organisationId!: string;
  @ValueField(() => PositionScalar, {
    presence: "nullable",
    description: "The position after which its changes are delivered; null starts now.",
  })
  after?: number | null;
}

@InputType({
  description:
    "Changes to a webhook. Absent fields stay as they are; null for `where` delivers all changes.",
})
export class UpdateWebhookInput extends ChangeOf("The webhook.", WebhookFields) {}

@InputType({ description: "A pause of a webhook." })
export class PauseWebhookInput extends ChangeOf("The webhook.") {}

@InputType({ description: "The end of a webhook's pause." })
export class ResumeWebhookInput extends ChangeOf("The webhook.") {
  @ValueField(() => PositionScalar, {
    presence: "nullable",
    description:
      "The position after which its changes are delivered, earlier or later than its own; null goes on where it stopped.",
  })
  after?: number | null;
}

@InputType({ description: "A new secret for a webhook." })
export class RotateWebhookSecretInput extends ChangeOf("The webhook.") {}

@InputType({ description: "A delivery that is to be sent again." })
export class RedeliverInput {
  @IdField({ description: "The webhook." })
  id!: string;
  @ValueField(() => PositionScalar, {
    description: "The position of a change of which the webhook still keeps the delivery.",
  })
  position!: number;
}
