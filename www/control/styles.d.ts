/** Style sheets that the bundler puts beside a page's script. */
declare module "*.css";
