-- When a host of the web may be asked next: turns that all workers share.
CREATE TABLE "host_turn" (
    "host" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_turn_pkey" PRIMARY KEY ("host")
);
