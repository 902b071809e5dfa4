export { LeadTimeCard } from './LeadTimeCard';
