import "./added-fields.js";

// Classes
export { Comment } from "./comment.js";
// Use cases
export { commentMutations } from "./comment-mutations.js";
