import { isURL } from "class-validator";

/** The form of web addresses in inputs and in tables. */
export const webAddress = {
  protocols: ["http", "https"],
  require_protocol: true,
};

/** True if the text is an http or https URL of a public host. */
export const isWebAddress = (text: string): boolean => isURL(text, webAddress);
