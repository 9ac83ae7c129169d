export { SearchResolver } from "./search-resolver.js";
export { SearchType } from "./search-type.js";
