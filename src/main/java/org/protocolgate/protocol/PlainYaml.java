package org.protocolgate.protocol;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML in which every scalar stays text: what looks like a number, a date or a yes is read where it is used. */
public final class PlainYaml {

    private PlainYaml() {}

    /**
     * What a text holds: maps, lists and texts.
     *
     * @return null where it is empty
     * @throws YAMLException where it is none, or has a key twice; the message names line and column
     */
    public static @Nullable Object load(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumper = new DumperOptions();
        return new org.yaml.snakeyaml.Yaml(
                        new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
                            @Override
                            protected void addImplicitResolvers() {
                                addImplicitResolver(Tag.MERGE, MERGE, "<");
                            }
                        })
                .load(text);
    }
}
