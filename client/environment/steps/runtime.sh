#!/usr/bin/env bash
# The Java runtime of the environment, linked from the JDK that runs the build.
# shellcheck disable=SC2154 # `here` and `work` are set by build.sh

build_runtime() {
    local java_home=$1 root=$2 licenses=$3
    [[ -x $java_home/bin/jlink ]] || fail "$java_home is not a JDK with jlink (Debian: openjdk-17-jdk-headless)"
    mkdir -p "$root/lib" "$licenses"
    quietly "jlink failed" "$java_home/bin/jlink" --add-modules "$(entries "$here/lists/java-modules.list" | paste -sd,)" \
        --include-locales=en,fr --vm=server --compress=2 --strip-java-debug-attributes --no-header-files --no-man-pages \
        --output "$root/lib/java"
    mv "$root/lib/java/legal" "$licenses/java"
    settle_times "$root"
}
