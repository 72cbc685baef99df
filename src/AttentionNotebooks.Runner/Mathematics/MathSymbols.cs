using System.Collections.Frozen;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>Commands that stand for one sign.</summary>
internal static class MathSymbols
{
    /// <summary>Greek small letters, in italics like other variables.</summary>
    internal static FrozenDictionary<string, string> Variables { get; } = Pairs(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ " +
        "omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω ell ℓ imath ı jmath ȷ");

    /// <summary>Greek capitals and signs that are complete in themselves; upright.</summary>
    internal static FrozenDictionary<string, string> Constants { get; } = Pairs(
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ top ⊤ bot ⊥ partial ∂ nabla ∇ " +
        "emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ hbar ℏ Re ℜ Im ℑ aleph ℵ angle ∠ square □ dagger † " +
        "ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ prime ′ % % # # $ $ & & _ _ degree °");

    /// <summary>Signs that combine two operands.</summary>
    internal static FrozenDictionary<string, string> Binaries { get; } = Pairs(
        "cdot ⋅ times × div ÷ odot ⊙ oplus ⊕ otimes ⊗ ominus ⊖ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ cup ∪ cap ∩ setminus ∖ " +
        "wedge ∧ land ∧ vee ∨ lor ∨");

    /// <summary>Signs that relate two sides.</summary>
    internal static FrozenDictionary<string, string> Relations { get; } = Pairs(
        "le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ in ∈ notin ∉ ni ∋ " +
        "subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ mid ∣ parallel ∥ perp ⊥ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ " +
        "Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ longmapsto ⟼ longrightarrow ⟶ longleftarrow ⟵ " +
        "uparrow ↑ downarrow ↓ triangleq ≜ coloneqq ≔ models ⊨ vdash ⊢");

    /// <summary>Large signs whose scripts are limits.</summary>
    internal static FrozenDictionary<string, string> LargeSigns { get; } = Pairs(
        "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀");

    /// <summary>Large signs whose scripts stand beside them.</summary>
    internal static FrozenDictionary<string, string> Integrals { get; } = Pairs("int ∫ iint ∬ iiint ∭ oint ∮");

    /// <summary>Function names whose scripts are limits.</summary>
    internal static FrozenSet<string> LimitFunctions { get; } =
        "max min sup inf lim limsup liminf det gcd Pr".Split(' ').ToFrozenSet();

    /// <summary>Function names whose scripts stand beside them.</summary>
    internal static FrozenSet<string> Functions { get; } =
        "exp log ln lg sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan arg dim ker hom deg".Split(' ').ToFrozenSet();

    /// <summary>Empty widths in em.</summary>
    internal static FrozenDictionary<string, double> Spaces { get; } = new Dictionary<string, double>
    {
        [","] = 3 / 18.0,
        ["thinspace"] = 3 / 18.0,
        [":"] = 4 / 18.0,
        [">"] = 4 / 18.0,
        [";"] = 5 / 18.0,
        ["!"] = -3 / 18.0,
        [" "] = 0.25,
        ["quad"] = 1,
        ["qquad"] = 2,
    }.ToFrozenDictionary();

    private static FrozenDictionary<string, string> Pairs(string words) =>
        words.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
