package fr.brume.adapter.outbound;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What the container may show of a connection. */
record LinkMetaData() implements ManagedConnectionMetaData {
    @Override
    public String getEISProductName() {
        return "Brume";
    }

    @Override
    public String getEISProductVersion() {
        return "1";
    }

    @Override
    public int getMaxConnections() {
        return 0;
    }

    @Override
    public String getUserName() {
        return "";
    }
}
