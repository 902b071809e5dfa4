export * from './Logo';
export * from './LogoMark';
