/** The report as a page, and the folder that holds it. */
export { reportHtml } from "./report.ts";
export { writeReportFolder } from "./report_folder.ts";
