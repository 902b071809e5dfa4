export { PortalTemplateCard } from './PortalTemplateCard';
