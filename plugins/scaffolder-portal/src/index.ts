import { createFrontendPlugin } from "@backstage/frontend-plugin-api"; export default createFrontendPlugin({pluginId:"scaffolder-portal"}); export const templateCardModule = undefined as never;
