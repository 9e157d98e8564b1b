// The quiz as SurveyJS is told it, and her answers as the twins hold them.

const items = (of) => of.map(({ label }, value) => ({ value, text: label }));
const order = ({ shuffle }) => (shuffle ? "random" : "none");
const formats = {
  single: (question) => ({ type: "radiogroup", choices: items(question.items), choicesOrder: order(question) }),
  multiple: (question) => ({
    type: "checkbox", choices: items(question.items), choicesOrder: order(question),
    minSelectedChoices: question.min, maxSelectedChoices: question.max,
  }),
  rating: (question) => ({
    type: "matrix", columns: question.steps.map((text, value) => ({ value, text })), rows: items(question.items),
    rowOrder: question.shuffle ? "random" : "initial", eachRowRequired: true,
  }),
  rank: (question) => ({ type: "ranking", choices: items(question.items), choicesOrder: order(question) }),
};
formats.scale = formats.single;

/** One question a page, and its own review before the end. */
export const model = ({ intro, questions, rules }, words) => ({
  title: intro.title,
  description: `${intro.body} ${intro.promise}`,
  showProgressBar: true,
  progressBarType: "questions",
  questionsOnPageMode: "questionPerPage",
  showPreviewBeforeComplete: true,
  showCompletePage: false,
  autoFocusFirstQuestion: false,
  pageNextText: words.continue,
  pagePrevText: words.back,
  completeText: words.see_result,
  elements: questions.map((question, at) => ({
    ...formats[question.format](question),
    name: question.id,
    title: question.prompt,
    description: question.help,
    isRequired: rules.required.includes(at),
  })),
});

/** From SurveyJS's answers under their questions' names. */
export const answersOf = ({ questions }, data) => questions.map(({ id, format, items, min }) => {
  const answer = data[id];
  if (format === "multiple") return answer ? [...answer].sort((a, b) => a - b) : min === 0 ? [] : undefined;
  if (answer === undefined) return undefined;
  if (format === "rating") return items.map((_, row) => answer[row]);
  if (format === "rank") return items.map((_, choice) => answer.indexOf(choice));
  return answer;
});
