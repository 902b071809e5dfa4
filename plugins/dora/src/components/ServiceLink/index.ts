export { ServiceLink, type ServiceLinkProps } from './ServiceLink';
