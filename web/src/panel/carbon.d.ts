/** The entry of Carbon's chat whose elements carry a prefix of their own, so that they meet no others on a page. */
declare module "@carbon/ai-chat/dist/es-custom/web-components/cds-aichat-custom-element/index.js";
declare module "@carbon/ai-chat-components/es-custom/components/feedback/src/feedback.js";
declare module "@carbon/icons/es/*.js" {
  const icon: { attrs: { viewBox: string }; content: { attrs: { d: string } }[] };
  export default icon;
}
