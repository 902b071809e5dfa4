/**
 * Runs software templates through the real scaffolder and checks what they make with the real tool of each format.
 *
 * @packageDocumentation
 */
export {
  checkProducts,
  type ProductCheckOptions,
  type ProductReport,
} from './checkProducts';
export type { Check, CheckContext, Finding } from './checks/Check';
export { FileTree, type TreeFile } from './files/FileTree';
export {
  runTemplateTests,
  type TemplateTestOptions,
  type TemplateTestResult,
} from './runTemplateTests';
