import {
  ActionFinding,
  Answer,
  Assessment,
  Evidence,
  Finding,
  FindingReply,
  Instrument,
  Review,
} from "../domain/assessments/index.js";
import { Change } from "../domain/changes/index.js";
import { Comment } from "../domain/comments/index.js";
import {
  Acknowledgement,
  Adoption,
  Deliberation,
  Invitation,
  Minutes,
  Outcome,
  OutcomePosition,
  OutcomeVersion,
} from "../domain/deliberations/index.js";
import { EnterpriseGroup, GroupMeasurement, Support } from "../domain/enterprises/index.js";
import { Export } from "../domain/exports/index.js";
import { Import } from "../domain/imports/index.js";
import { Indicator, Measurement, Target } from "../domain/indicators/index.js";
import {
  Action,
  ActionPlan,
  Contribution,
  Funding,
  Milestone,
  Participant,
  Payment,
  ProgressUpdate,
} from "../domain/plans/index.js";
import { Area, Programme } from "../domain/programmes/index.js";
import { Region, RegionCatalogue } from "../domain/regions/index.js";
import { ApiKey, Membership, Organisation, User } from "../domain/stakeholders/index.js";
import { View, ViewStar } from "../domain/views/index.js";
import { Webhook, WebhookDelivery } from "../domain/webhooks/index.js";

/** Every class that maps to a table. */
export const entities = [
  Region,
  RegionCatalogue,
  Area,
  Organisation,
  User,
  Membership,
  ApiKey,
  Programme,
  ActionPlan,
  Participant,
  Action,
  Milestone,
  Contribution,
  Funding,
  Payment,
  ProgressUpdate,
  Deliberation,
  Invitation,
  Outcome,
  OutcomeVersion,
  OutcomePosition,
  Minutes,
  Acknowledgement,
  Adoption,
  Indicator,
  Target,
  Measurement,
  EnterpriseGroup,
  GroupMeasurement,
  Support,
  Instrument,
  Assessment,
  Answer,
  Evidence,
  Finding,
  ActionFinding,
  FindingReply,
  Review,
  View,
  ViewStar,
  Comment,
  Import,
  Export,
  Webhook,
  WebhookDelivery,
  Change,
];
