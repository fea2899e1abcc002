# Read with "." by the scripts that people start: one line for each step, with its time. What a
# step prints goes into a log, and the end of that log is shown only when the step failed.

# begin_log NAME: from here on steps write to build/log/NAME.log.
begin_log() {
    mkdir -p build/log
    log=$PWD/build/log/$1.log
    : >"$log"
}

# took START: the time since START (a value of $SECONDS) in a form people read.
took() {
    local seconds=$((SECONDS - $1))
    if [ $seconds -lt 60 ]; then
        printf '%d s' $seconds
    else
        printf '%d min %02d s' $((seconds / 60)) $((seconds % 60))
    fi
}

# step TITLE COMMAND...: runs the command in a shell of its own that stops at its first error.
# Not to be called as a condition (if, &&, ||): there the shell would not stop.
step() {
    local title=$1 start=$SECONDS seen result
    shift
    seen=$(wc -l <"$log")
    printf '%-58s ' "$title"
    printf '\n== %s\n' "$title" >>"$log"
    set +e
    (
        set -e
        "$@"
    ) >>"$log" 2>&1 </dev/null
    result=$?
    set -e
    if [ $result -eq 0 ]; then
        printf 'done (%s)\n' "$(took $start)"
        return 0
    fi
    printf 'FAILED (%s)\n' "$(took $start)"
    tail -n +$((seen + 3)) "$log" | tail -n 60 | sed 's/^/    /'
    printf 'The whole log: %s\n' "$log"
    return $result
}

# fail SENTENCE...: what is wrong and what to do about it; ends the script.
fail() {
    printf '%s\n' "$@" >&2
    exit 1
}
