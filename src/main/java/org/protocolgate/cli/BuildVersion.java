package org.protocolgate.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its jar says. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return new String[] {version == null ? "unpackaged" : version};
    }
}
