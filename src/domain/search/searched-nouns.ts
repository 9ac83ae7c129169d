import { ActionFinding, Finding, Instrument } from "../assessments/index.js";
import { Comment } from "../comments/index.js";
import { Deliberation, Outcome } from "../deliberations/index.js";
import { EnterpriseGroup } from "../enterprises/index.js";
import { Indicator } from "../indicators/index.js";
import { Action, ActionPlan, Contribution, Milestone, ProgressUpdate } from "../plans/index.js";
import { Area, Programme } from "../programmes/index.js";
import { Organisation } from "../stakeholders/index.js";
import {
  column,
  members,
  placesOfPlan,
  type SearchedNoun,
  type SearchPlaces,
  translated,
} from "./searched-noun.js";

const ofProgramme: SearchPlaces = { programme: (key) => ({ programme: { eq: key } }) };
const inRegion: SearchPlaces = { region: (code) => ({ region: { within: code } }) };
const by = (reference: string): SearchPlaces => ({
  organisation: (key) => ({ [reference]: { eq: key } }),
});

const sectionPaths = (language: string) => [
  `$[*].title.${language}`,
  `$[*].questions[*].text.${language}`,
];

/** The nouns that are searched, beside regions. */
export const searchedNouns: readonly SearchedNoun[] = [
  {
    type: "ORGANISATION",
    target: () => Organisation,
    texts: [column("name"), column("key"), column("contact"), column("note")],
    names: 2,
    places: { ...inRegion, organisation: (key) => ({ eq: key }) },
  },
  {
    type: "PROGRAMME",
    target: () => Programme,
    texts: [
      ...translated("name"),
      column("key"),
      ...["legalBasis", "policy", "scope", "chain"].map(column),
    ],
    names: 3,
    places: { ...by("owner"), programme: (key) => ({ eq: key }) },
  },
  {
    type: "AREA",
    target: () => Area,
    texts: [...translated("nameText"), column("key"), column("theme")],
    names: 3,
    places: { ...ofProgramme, ...inRegion },
  },
  {
    type: "ACTION_PLAN",
    target: () => ActionPlan,
    texts: [...translated("titleText"), column("key"), column("summary")],
    names: 3,
    alsoReads: () => [Area],
    places: {
      ...ofProgramme,
      ...by("lead"),
      plan: (id) => ({ eq: id }),
      region: (code) => ({ area: { region: { within: code } } }),
    },
  },
  {
    type: "ACTION",
    isLarge: true,
    target: () => Action,
    texts: [...translated("titleText"), column("description")],
    names: 2,
    places: { ...placesOfPlan, ...ofProgramme, ...by("lead") },
  },
  {
    type: "MILESTONE",
    isLarge: true,
    target: () => Milestone,
    texts: [column("title")],
    names: 1,
    places: { ...placesOfPlan, organisation: (key) => ({ action: { lead: { eq: key } } }) },
  },
  {
    type: "CONTRIBUTION",
    isLarge: true,
    target: () => Contribution,
    texts: [column("note")],
    names: 0,
    places: { ...placesOfPlan, ...by("organisation") },
  },
  {
    type: "PROGRESS_UPDATE",
    isLarge: true,
    target: () => ProgressUpdate,
    texts: [column("note"), column("obstacle")],
    names: 0,
    places: { ...placesOfPlan, ...by("organisation") },
  },
  {
    type: "DELIBERATION",
    target: () => Deliberation,
    texts: [
      ...translated("titleText"),
      column("key"),
      column("place"),
      column("summary"),
      members("agenda", ["$[*].title", "$[*].note"]),
    ],
    names: 3,
    places: { ...ofProgramme, ...inRegion, ...by("convener") },
  },
  {
    type: "OUTCOME",
    target: () => Outcome,
    texts: [...translated("statement"), column("reason")],
    names: 0,
    places: {
      ...ofProgramme,
      ...by("responsibleOrganisation"),
      region: (code) => ({ deliberation: { region: { within: code } } }),
    },
  },
  {
    type: "INDICATOR",
    target: () => Indicator,
    texts: [...translated("titleText"), column("key"), column("description")],
    names: 3,
    places: { ...ofProgramme, ...by("owner") },
  },
  {
    type: "ENTERPRISE_GROUP",
    target: () => EnterpriseGroup,
    texts: [column("name"), members("products", ["$[*].name"]), column("note")],
    names: 1,
    alsoReads: () => [Area],
    places: { ...by("organisation"), region: (code) => ({ area: { region: { within: code } } }) },
  },
  {
    type: "INSTRUMENT",
    target: () => Instrument,
    texts: [
      ...translated("titleText"),
      column("key"),
      column("about"),
      members("sections", sectionPaths("indonesian"), "ID"),
      members("sections", sectionPaths("english"), "EN"),
    ],
    names: 3,
    places: by("owner"),
  },
  {
    type: "FINDING",
    target: () => Finding,
    texts: [column("text"), column("recommendation")],
    names: 0,
    places: {
      programme: (key) => ({ assessment: { programme: { eq: key } } }),
      organisation: (key) => ({ assessment: { university: { eq: key } } }),
      plan: (id) => ({ assessment: { plan: { eq: id } } }),
      region: (code) => ({ assessment: { area: { region: { within: code } } } }),
    },
  },
  {
    type: "ACTION_FINDING",
    target: () => ActionFinding,
    texts: [column("note")],
    names: 0,
    places: { ...placesOfPlan, ...by("university") },
  },
  {
    type: "COMMENT",
    isLarge: true,
    target: () => Comment,
    texts: [column("body")],
    names: 0,
    places: by("organisation"),
  },
];
