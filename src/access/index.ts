export { type Action, actions } from "./actions.js";
export {
  allow,
  authorise,
  can,
  type Grant,
  grantIn,
  grantOperator,
  type Permission,
  type Policy,
} from "./can.js";
export {
  type AccessScope,
  contributing,
  coordinating,
  personOf,
  Role,
  scopeOf,
  sharedScope,
  sharedViewer,
  type Viewer,
  visitor,
} from "./viewer.js";
