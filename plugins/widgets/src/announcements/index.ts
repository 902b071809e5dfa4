export { readAnnouncements } from './readAnnouncements';
export { selectAnnouncements, type Announcement } from './selectAnnouncements';
