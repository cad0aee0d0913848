import type { Table } from "../client/api";
import { element, withAttributes } from "../dom";
import type { PanelStrings } from "../strings/panel";

/** A table that scrolls sideways by itself; its first cells name the rows. */
export function tableOf({ columns, rows }: Table, strings: PanelStrings): HTMLElement {
  const head = element("tr", {}, ...columns.map((title) => element("th", { scope: "col" }, title)));
  const body = rows.map(([first = "", ...cells]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...cells.map((cell) => element("td", {}, cell))),
  );
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  const frame = element("div", { className: "table", tabIndex: 0 }, table);
  return withAttributes(frame, { role: "group", "aria-label": strings.table });
}
