#!/usr/bin/env bash
# The agent, its libraries and their class data archive, in /agent of the environment, and the marker file that tells
# /init that everything before it was unpacked.
# shellcheck disable=SC2154 # `here` and `work` are set by build.sh

# Libraries for other processors and systems are left out of zstd-jni: they are nine tenths of it.
copy_jars() {
    local jars=$1 java_home=$2 root=$3 jar classes=$work/zstd
    cp "$jars"/*.jar "$root/agent/"
    for jar in "$root"/agent/zstd-jni-*.jar; do
        mkdir "$classes"
        (cd "$classes" && "$java_home/bin/jar" -x -f "$jar")
        find "$classes" -type f \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' \) ! -path '*/linux/amd64/*' -delete
        rm "$jar"
        "$java_home/bin/jar" -c -f "$jar" -m "$classes/META-INF/MANIFEST.MF" -C "$classes" com -C "$classes" linux
    done
}

# The agent itself first, then its libraries; names relative to /agent, as the class archive records them.
write_classpath() {
    local root=$1
    (cd "$root/agent" && printf '%s\n' brume-agent*.jar && find . -name '*.jar' ! -name 'brume-agent*' -printf '%f\n' | sort) |
        paste -sd: >"$root/agent/classpath"
    entries "$here/lists/java-options.list" >"$root/agent/options"
}

# Names of the classes to archive: what the JDK itself loads at start, and everything of the agent's jars.
class_names() {
    local java_home=$1 root=$2 runtime=$3 jar
    grep -v -e '^#' -e '^@' "$runtime/lib/java/lib/classlist"
    for jar in "$root"/agent/*.jar; do
        "$java_home/bin/jar" -t -f "$jar" | sed -n -e '/module-info/d' -e '/^META-INF/d' -e 's/\.class$//p'
    done
}

# Dumped from /agent with the file times that the environment will have: the virtual machine compares both.
archive_classes() {
    local java_home=$1 root=$2 runtime=$3
    class_names "$java_home" "$root" "$runtime" >"$work/classes"
    (cd "$root/agent" && quietly "class archive failed" "$runtime/lib/java/bin/java" -Xshare:dump -XX:+UseG1GC -Xmx512m \
        -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile=agent.jsa -cp "$(<classpath)")
    # shellcheck disable=SC2046 # one option per line
    (cd "$root/agent" && quietly "class archive is not usable" "$runtime/lib/java/bin/java" \
        $(<options) -Xshare:on -cp "$(<classpath)" -version)
}

# Fails when the agent needs a module of the JDK that the runtime lacks.
check_modules() {
    local java_home=$1 root=$2 module
    mkdir "$work/agent-classes"
    (cd "$work/agent-classes" && for jar in "$root"/agent/brume-*.jar; do "$java_home/bin/jar" -x -f "$jar"; done)
    "$java_home/bin/jdeps" --multi-release base -s "$work/agent-classes" | awk '{ print $3 }' | grep -E '^(java|jdk)\.' |
        while read -r module; do
            entries "$here/lists/java-modules.list" | grep -qxF "$module" ||
                fail "the agent needs $module, which is not in lists/java-modules.list"
        done
}

build_agent() {
    local jars=$1 java_home=$2 root=$3 runtime=$4
    mkdir -p "$root/agent"
    copy_jars "$jars" "$java_home" "$root"
    write_classpath "$root"
    check_modules "$java_home" "$root"
    settle_times "$root"
    archive_classes "$java_home" "$root" "$runtime"
    : >"$root/zz-complete"
    settle_times "$root"
}
